using System.Collections.Immutable;

namespace Burnin.Domain.Drives;

/// <summary>Keeps how warm drives were, for some months.</summary>
public interface IHeatLog
{
    /// <summary>Safe to repeat: what is known of an hour is only ever widened.</summary>
    Task RecordAsync(ImmutableArray<HeatHour> hours, CancellationToken cancellationToken);
}
