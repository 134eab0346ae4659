using MockCustomers.Exchange;
using MockCustomers.Store;

namespace MockCustomers.Actions;

/// <summary>What all actions that write have in common: one writer at a time, and a reply that shows what was written.</summary>
internal abstract class WriteAction(SuccessTemplate success) : IAction
{
    private static readonly Func<Change, (WriteAction Action, Call Call), Written> Writing = static (change, asked) => asked.Action.Write(change, asked.Call);

    public abstract string Name { get; }

    public async ValueTask<Outcome> ActAsync(Call call)
    {
        var written = call.Request.HoldsThread ? call.Session.Change((this, call), Writing) : await call.Session.ChangeAsync((this, call), Writing);
        if (written.Fault is not null) return written.Fault;
        return success.Fill(new CustomerValues(call.View, written.Customer, []), call.Request.Output);
    }

    /// <summary>Writes, or tells why not.</summary>
    protected abstract Written Write(Change change, Call call);

    /// <summary>What came of it.</summary>
    /// <param name="Customer">As written; means nothing where there is a fault.</param>
    protected readonly record struct Written(CustomerHandle Customer, Fault? Fault)
    {
        public static implicit operator Written(CustomerHandle customer) => new(customer, null);

        public static implicit operator Written(Fault fault) => new(default, fault);
    }
}
