using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Burnin.WebFront.Pages.Shell;

/// <summary>
/// A page of the shell, with a tag of its content: who has it already gets only the tag. Pages therefore say absolute times,
/// and scripts make relative ones of them.
/// </summary>
internal sealed class PageResult<TPage>(ShellModel shell, object? model = null, int status = StatusCodes.Status200OK) : IResult, IStatusCodeHttpResult
    where TPage : IComponent
{
    int? IStatusCodeHttpResult.StatusCode => status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var parameters = new Dictionary<string, object?> { ["Shell"] = shell };
        if (model is not null)
        {
            parameters["Model"] = model;
        }

        var response = httpContext.Response;
        var wire = response.Body;
        using var page = new MemoryStream();
        try
        {
            response.Body = page;
            await new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true }.ExecuteAsync(httpContext);
        }
        finally
        {
            response.Body = wire;
        }

        // Not for a shared cache: what is shown depends on who asks, by cookie.
        response.Headers.CacheControl = status == StatusCodes.Status200OK ? "private, no-cache" : "no-store";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.Cookie);
        var content = page.GetBuffer().AsMemory(0, (int)page.Length);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content.Span)[..12])}\"", isWeak: true);
        if (status == StatusCodes.Status200OK)
        {
            response.Headers.ETag = tag.ToString();
            if (httpContext.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentType = null;
                return;
            }
        }

        await wire.WriteAsync(content, httpContext.RequestAborted);
    }
}
