using System.Collections.Immutable;
using System.Text;
using Burnin.Grains.Interfaces.Settings;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Burnin.WebFront.Settings;

/// <summary>One page of settings as a browser sends it. It binds without ever failing, so that an attempt leaves its audit row.</summary>
internal sealed class SettingsForm : ICommandBody
{
    private const int MaxBytes = 256 * 1024;
    private const int LongestOperator = 100;

    private readonly IFormCollection form;

    private SettingsForm(IFormCollection form, ApiProblem? problem)
    {
        this.form = form;
        Problem = problem;
    }

    public ReadOnlyMemory<byte> Raw => Encoding.UTF8.GetBytes(QueryHelpers.AddQueryString("", form.OrderBy(pair => pair.Key, StringComparer.Ordinal)));

    public ApiProblem? Problem { get; }

    public string? Operator => form["operator"] is [{ } name, ..] ? name : null;

    /// <summary>The version that the page was made of.</summary>
    public long? Version => form["version"] is [{ } text, ..] && long.TryParse(text, out var version) ? version : null;

    public static async ValueTask<SettingsForm?> BindAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return new(FormCollection.Empty, new(StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", "Send the settings as a form."));
        }

        try
        {
            context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MaxBytes;
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return form["operator"].ToString() is { } who && (who.Length > LongestOperator || who.Any(char.IsControl))
                ? new(FormCollection.Empty, Refuse.Invalid("operator", $"Write at most {LongestOperator} characters, on one line."))
                : new(form, null);
        }
        catch (Exception failure) when (failure is BadHttpRequestException or InvalidDataException)
        {
            return new(FormCollection.Empty, new(StatusCodes.Status413PayloadTooLarge, "body_too_large", $"Send at most {MaxBytes} bytes of a form."));
        }
    }

    /// <summary>
    /// What the form says of the settings of its page. Browsers leave a box out that is not ticked; an empty secret keeps the one
    /// there is; what is locked is not asked for.
    /// </summary>
    public ImmutableDictionary<string, string?> ValuesOf(SettingsSectionView section) => section.Settings
        .Where(setting => setting.LockedBy is null)
        .Select(setting => (setting.Name, Value: ValueOf(setting)))
        .Where(said => said.Value is not null)
        .ToImmutableDictionary(said => said.Name, said => said.Value is { Length: 0 } ? null : said.Value);

    /// <summary>What was typed, to be shown again; null where the form says nothing of it.</summary>
    public string? TypedIn(string name) => form.ContainsKey(name) ? form[name].ToString() : null;

    private string? ValueOf(SettingView setting) => setting.Kind switch
    {
        "boolean" => form.ContainsKey(setting.Name) ? "true" : "false",
        "secret" when form.ContainsKey($"{setting.Name}.clear") => "",
        "secret" => TypedIn(setting.Name) is { Length: > 0 } secret ? secret : null,
        _ => TypedIn(setting.Name),
    };
}
