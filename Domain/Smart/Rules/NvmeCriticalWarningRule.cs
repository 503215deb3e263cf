using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>The bits by which an NVMe drive calls for help. Heat is not its fault, and bit 5 is of memory that hardly any drive has.</summary>
internal sealed class NvmeCriticalWarningRule : ISmartRule
{
    private static readonly (int Bit, string Code, string Words, Severity Severity)[] Bits =
    [
        (0, "nvme_spare_low", "its spare blocks are running out", Severity.Fail),
        (1, "nvme_temperature", "it is too hot or too cold", Severity.Note),
        (2, "nvme_unreliable", "it is no longer reliable", Severity.Fail),
        (3, "nvme_read_only", "it only lets itself be read", Severity.Fail),
        (4, "nvme_backup_failed", "the backup of its volatile memory has failed", Severity.Fail),
        (5, "nvme_persistent_memory", "its persistent memory is read-only or unreliable", Severity.Note),
    ];

    public IEnumerable<Reason> Judge(SmartCase given) =>
        from bit in Bits
        where given.Now.Nvme?.CriticalWarning is { } warning && (warning & (1 << bit.Bit)) != 0
        select new Reason(bit.Code, bit.Severity, $"The drive gives a critical warning: {bit.Words}.", given.Policy.Id)
        {
            Before = given.Before?.Nvme?.CriticalWarning,
            After = given.Now.Nvme!.CriticalWarning,
            Limit = 0,
        };
}
