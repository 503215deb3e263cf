using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Burnin.WebFront;

/// <summary>What the web front can be told; all of it has a default.</summary>
public sealed class WebFrontOptions
{
    public const string Section = "WebFront";

    /// <summary>How often the front renews what it hears from the feeds; they forget a listener after two minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan RenewalPeriod { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the list of NAS boxes is read, for those that another web process has added.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan FleetPeriod { get; set; } = TimeSpan.FromSeconds(5);

    [Range(20, 100)]
    public int TemperatureWarnCelsius { get; set; } = 46;

    [Range(20, 100)]
    public int TemperatureCriticalCelsius { get; set; } = 55;

    /// <summary>Where releases are published, as GitHub, Forgejo and Gitea do it; empty: nobody is asked.</summary>
    [StringLength(500)]
    public string UpdateFeed { get; set; } = "";
}

[OptionsValidator]
internal sealed partial class WebFrontOptionsValidator : IValidateOptions<WebFrontOptions>;
