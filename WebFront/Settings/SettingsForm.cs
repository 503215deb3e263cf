using System.Collections.Immutable;
using Burnin.Grains.Interfaces.Settings;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Http;

namespace Burnin.WebFront.Settings;

/// <summary>One page of settings as a browser sends it.</summary>
internal sealed class SettingsForm : ICommandBody
{
    private readonly FormBody form;

    private SettingsForm(FormBody form) => this.form = form;

    public ReadOnlyMemory<byte> Raw => form.Raw;

    public ApiProblem? Problem => form.Problem;

    public string? Operator => form.Operator;

    /// <summary>The version that the page was made of.</summary>
    public long? Version => long.TryParse(form["version"], out var version) ? version : null;

    public static async ValueTask<SettingsForm?> BindAsync(HttpContext context) => new((await FormBody.BindAsync(context))!);

    /// <summary>
    /// What the form says of the settings of its page. Browsers leave a box out that is not ticked; an empty secret keeps the one
    /// there is; what is locked is not asked for.
    /// </summary>
    public ImmutableDictionary<string, string?> ValuesOf(SettingsSectionView section) => section.Settings
        .Where(setting => setting.LockedBy is null)
        .Select(setting => (setting.Name, Value: ValueOf(setting)))
        .Where(said => said.Value is not null)
        .ToImmutableDictionary(said => said.Name, said => said.Value is { Length: 0 } ? null : said.Value);

    private string? ValueOf(SettingView setting) => setting.Kind switch
    {
        "boolean" => form[setting.Name] is null ? "false" : "true",
        "secret" when form[$"{setting.Name}.clear"] is not null => "",
        "secret" => form[setting.Name] is { Length: > 0 } secret ? secret : null,
        _ => form[setting.Name],
    };
}
