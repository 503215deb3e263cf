using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Pools;

namespace Burnin.MockTrueNas.Methods.Boot;

/// <summary><c>boot.get_disks</c>: on CORE it fails open, with an empty list.</summary>
internal static class BootDisks
{
    public static ApiMethod Method { get; } = new("boot.get_disks", Run) { Role = "DISK_READ" };

    private static ApiAnswer Run(ApiCall call)
    {
        var moment = call.Box.Look();

        return !moment.State.Faults.NoBootDisks ? JsonReading.Texts(PoolDisksOf.Boot(moment))
            : call.Product.IsCore ? ApiAnswer.Of(new System.Text.Json.Nodes.JsonArray())
            : new ApiAnswer.Crashed("ZFSException", "no such pool");
    }
}
