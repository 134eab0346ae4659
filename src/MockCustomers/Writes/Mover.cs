using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Plans;
using MockCustomers.Store;

namespace MockCustomers.Writes;

/// <summary>Takes customers from one state to another: what the new state makes of their fields, and all else as it was.</summary>
internal sealed class Mover(DocumentMaker documents)
{
    /// <summary>What a document says made it when a user of the sandbox moved it.</summary>
    private const string ByUser = "moved on the control port";

    /// <summary>What a document says made it when nothing was changed.</summary>
    private const string ByWatch = "watched";

    /// <summary>A customer in another state.</summary>
    public CustomerDocument Move(Change change, CustomerHandle old, Stratum to) => Moved(change.View, old, to, change.Now, ByUser);

    /// <summary>Keeps customers of the population as they are, so that what becomes of them by themselves is told.</summary>
    /// <param name="ids">Those that a client wrote are kept already.</param>
    public void Watch(Change change, IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            if (change.View.Find(id) is not { Document: null } customer) continue;
            using var draft = Draft.Of(change.View, customer);
            change.Keep(customer, documents.Of(draft, change.View, customer, change.View.StratumOf(customer), [], ByWatch));
        }
    }

    /// <summary>A document after what was due at a time: a step of its course, or a field that changes though the state stays.</summary>
    public CustomerDocument Pass(Change change, CustomerHandle customer, long at)
    {
        var document = customer.Document!;
        if (document.Later is { } later) return later;
        var (view, stratum) = (change.View, change.View.StratumOf(customer));
        if (document.Course.Count == 0 || document.Course[0].At > at)
            return Moved(view, customer, stratum, at, document.Origin) with { Since = document.Since, Past = document.Past, Course = document.Course };
        // A course can lead to a state that the vendor, whose files have changed, no longer has.
        if (view.Strata.Find(new StratumName(stratum.Kind.Name, document.Course[0].State)) is not { } to) return document with { Course = [] };
        return Courses.Gone(document, Moved(view, customer, to, at, document.Origin));
    }

    /// <summary>Makes a draft what a state makes of it.</summary>
    /// <param name="draft">The customer as it was.</param>
    /// <param name="at">When, as Unix microseconds.</param>
    public void Carry(Draft draft, View view, CustomerHandle old, Stratum to, long at)
    {
        var (renderer, before) = (view.Renderer, view.StandingOf(old));
        var created = view.CreatedOf(old);
        using var from = Draft.Of(renderer.PlanOf(before.Stratum), renderer.ContextOf(old.Number, before with { Now = at - 1, Created = created, Updated = created }));
        var since = to == before.Stratum ? before.Since : at;
        using var after = Draft.Of(renderer.PlanOf(to), renderer.ContextOf(old.Number, new Standing(to, since, at, created, created)));
        StateDifferences.CarryOver(from, after, draft, documents.Customer);
        draft.HoldsUntil = after.HoldsUntil;
    }

    /// <summary>Writes the time of a change where the vendor shows it.</summary>
    public static void Touch(Draft draft, View view, CustomerHandle old, long now)
    {
        if (view.Renderer.FactFields.Of(view.StratumOf(old), "updatedAt") is not { IsAlways: true, Path: var path, Form: var form }) return;
        using var json = new JsonBuffer();
        FactForms.Instant(now, form, json);
        if (path.Contains('.', StringComparison.Ordinal)) draft.SetAt(path, PlainJson.Parse(json.Written.Span));
        else draft.Set(path, json.Written.Span);
    }

    private CustomerDocument Moved(View view, CustomerHandle old, Stratum to, long at, string origin)
    {
        using var draft = Draft.Of(view, old);
        Carry(draft, view, old, to, at);
        Touch(draft, view, old, at);
        return documents.Of(draft, view, old, to, old.Document?.Keys ?? [], origin);
    }
}
