using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>A drive that calls itself otherwise, or is of another size, than before the test.</summary>
internal sealed class IdentityRule : ISmartRule
{
    public IEnumerable<Reason> Judge(SmartCase given)
    {
        if (given is { Before.Identity.Serial: { } was, Now.Identity.Serial: { } serial } && was != serial)
        {
            yield return new Reason("serial_changed", Severity.Fail, $"The drive calls itself {serial}; before the test it was {was}.", given.Policy.Id);
        }

        if (given is { Before.Identity.CapacityBytes: { } before, Now.Identity.CapacityBytes: { } bytes } && before != bytes)
        {
            yield return new Reason("capacity_changed", Severity.Fail, FormattableString.Invariant($"The drive holds {bytes:N0} bytes; before the test it was {before:N0}."), given.Policy.Id)
            {
                Before = before,
                After = bytes,
                Limit = before,
            };
        }
    }
}
