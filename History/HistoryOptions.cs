using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Burnin.History;

public sealed class HistoryOptions
{
    /// <summary>Where the database lives. Made at the start if it is not there.</summary>
    [Required]
    public string DataDirectory { get; set; } = "";

    public string DatabasePath => Path.Combine(Path.GetFullPath(DataDirectory), "burnin.db");
}

[OptionsValidator]
internal sealed partial class HistoryOptionsValidator : IValidateOptions<HistoryOptions>;
