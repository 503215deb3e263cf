using Burnin.Domain.Speed;
using Burnin.History.Sqlite;

namespace Burnin.History.Surface;

/// <summary>What other drives of a model do, to be drawn behind the curve of one.</summary>
public sealed class SiblingSpeeds
{
    private readonly ReadOnlySqliteDataSource _readers;

    internal SiblingSpeeds(ReadOnlySqliteDataSource readers) => _readers = readers;

    /// <summary>Null where fewer others were measured by the same engine than say anything of the model.</summary>
    public async Task<SpeedBand?> OfAsync(string model, long sizeBytes, string driveId, string engine, CancellationToken cancellationToken)
    {
        await using var connection = await _readers.OpenConnectionAsync(cancellationToken);
        var curves = (await SiblingCurves.ReadAsync(connection, model, sizeBytes, driveId, cancellationToken)).Select(sibling => sibling.Curve).Where(curve => curve.Engine == engine).ToList();
        return curves.Count < SpeedLimits.LeastSiblings ? null : new SpeedBand(
            curves.Count,
            [.. Enumerable.Range(0, SpeedLane.Parts).Select(part => At(part).Min())],
            [.. Enumerable.Range(0, SpeedLane.Parts).Select(part => At(part).Max())]);

        IEnumerable<long?> At(int part) => curves.SelectMany(curve => curve.Lanes).Select(lane => lane.BytesPerSecond[part]);
    }
}
