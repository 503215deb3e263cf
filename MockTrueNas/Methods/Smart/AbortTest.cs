using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Smartctl;

namespace Burnin.MockTrueNas.Methods.Smart;

/// <summary><c>smart.test.abort</c> (24.10, 25.04): runs <c>smartctl -X</c> and says nothing of what came of it.</summary>
internal static class AbortTest
{
    public static ApiMethod Method { get; } = new("smart.test.abort", Run) { Parameters = [new Parameter("disk")] };

    private static ApiAnswer Run(ApiCall call)
    {
        if (call.Text(0) is not { } name)
        {
            return ApiAnswer.Wrong("disk", "Not a string");
        }

        call.Box.Change(moment => moment.Find(name) is { } drive && TestCommand.Abort(drive, moment).Changed is { } changed
            ? moment.State.With(changed)
            : moment.State);

        return ApiAnswer.Of(null);
    }
}
