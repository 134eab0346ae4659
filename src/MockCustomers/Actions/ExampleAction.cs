using MockCustomers.Exchange;
using MockCustomers.Templates;

namespace MockCustomers.Actions;

/// <summary>Answers with what the manifest or the spec's example says, the same for everybody.</summary>
internal sealed class ExampleAction(SuccessTemplate success) : IAction
{
    public string Name => "example";

    public ValueTask<Outcome> ActAsync(Call call) => ValueTask.FromResult<Outcome>(success.Fill(new Nothing(), call.Request.Output));

    private sealed class Nothing : ITemplateValues
    {
        public bool Write(string name, JsonBuffer json) => false;

        public string? Text(string name) => null;
    }
}
