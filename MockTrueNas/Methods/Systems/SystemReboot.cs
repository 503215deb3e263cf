using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Violations;

namespace Burnin.MockTrueNas.Methods.Systems;

/// <summary><c>system.reboot</c>: there, and not for us.</summary>
internal static class SystemReboot
{
    public static ApiMethod Method { get; } = new("system.reboot", Run) { Parameters = [new Parameter("options", IsRequired: false)] };

    private static ApiAnswer Run(ApiCall call)
    {
        call.Box.Violations.Add(ViolationKind.BoxChanged, "system.reboot");
        call.Box.Reboot();

        return ApiAnswer.Of(null);
    }
}
