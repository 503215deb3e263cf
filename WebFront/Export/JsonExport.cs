using System.Text.Json;
using Burnin.Grains.Interfaces;
using Microsoft.AspNetCore.Http;

namespace Burnin.WebFront.Export;

/// <summary>Rows as one JSON array, sent as they are read.</summary>
internal sealed class JsonExport<T>(string fileName, IAsyncEnumerable<T> rows) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        response.Headers.CacheControl = "no-store";
        await JsonSerializer.SerializeAsync(response.Body, rows, WireJson.Options, httpContext.RequestAborted);
    }
}
