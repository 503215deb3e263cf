using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Burnin.WebFront.Http;

/// <summary>A form as a browser sends it. It binds without ever failing, so that an attempt leaves its audit row.</summary>
internal sealed class FormBody : ICommandBody
{
    private const int MaxBytes = 256 * 1024;
    private const int LongestOperator = 100;

    private readonly IFormCollection form;

    private FormBody(IFormCollection form, ApiProblem? problem)
    {
        this.form = form;
        Problem = problem;
    }

    public ReadOnlyMemory<byte> Raw => Encoding.UTF8.GetBytes(QueryHelpers.AddQueryString("", form.OrderBy(pair => pair.Key, StringComparer.Ordinal)));

    public ApiProblem? Problem { get; }

    public string? Operator => this["operator"];

    /// <summary>Null where the form says nothing of it.</summary>
    public string? this[string name] => form.ContainsKey(name) ? form[name].ToString() : null;

    public static async ValueTask<FormBody?> BindAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return new(FormCollection.Empty, new(StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", "Send this as a form."));
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
}
