using Burnin.Domain.Fleet;

namespace Burnin.Grains.Fleet;

public sealed record GovernorRecord
{
    public LeaseBook Book { get; init; } = new();
}
