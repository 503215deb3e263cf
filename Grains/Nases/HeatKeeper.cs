using Burnin.Domain.Drives;
using Burnin.Grains.Interfaces.Drives;
using Microsoft.Extensions.Logging;

namespace Burnin.Grains.Nases;

/// <summary>Hands on how warm the drives of one NAS are. Each NAS has its own: what was stored last is remembered here.</summary>
internal sealed partial class HeatKeeper(IHeatLog log, TimeProvider clock, ILogger<HeatKeeper> logger)
{
    private HeatBook _book = new();
    private bool _isFailing;

    /// <summary>A curve with a gap is no reason to call a NAS ill: a failure is logged, and the next poll brings the same again.</summary>
    public async Task NoteAsync(string nas, IEnumerable<DriveView> seen, CancellationToken cancellationToken)
    {
        var (book, news) = _book.With(seen.Where(drive => drive.TemperatureC is not null).Select(drive => (drive.Id, drive.TemperatureC!.Value)), clock.GetUtcNow());
        if (news.IsEmpty)
        {
            return;
        }

        try
        {
            await log.RecordAsync(news, cancellationToken);
            (_book, _isFailing) = (book, false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            if (!_isFailing)
            {
                LogNotKept(logger, failure, nas);
            }

            _isFailing = true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "NAS {Nas}: how warm its drives are cannot be kept; tried again at every poll")]
    private static partial void LogNotKept(ILogger logger, Exception exception, string nas);
}
