using System.Globalization;

namespace Burnin.Domain.Jobs;

internal static class StuckRun
{
    /// <summary>Why a run is given up, with the time and how far it was.</summary>
    public static string Words(RunProgress progress, RunStillness stillness)
    {
        var minutes = Math.Floor(stillness.Lasts.TotalMinutes);
        var time = minutes < 120 ? $"{minutes:0} minutes" : string.Create(CultureInfo.InvariantCulture, $"{stillness.Lasts.TotalHours:0.#} hours");
        var phase = progress.Phase is { } words ? $" ({words})" : "";
        return string.Create(CultureInfo.InvariantCulture, $"The run showed no change for {time}, at {progress.Percent:0.##} %{phase}, until {stillness.SeenAt:yyyy-MM-dd HH:mm} UTC; it was given up.");
    }
}
