using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Burnin.Silo.Cli;

/// <summary>The API of a running Burnin, as a script would use it.</summary>
internal sealed class BurninApi : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient http;

    public BurninApi(CliWords words)
    {
        if (!Uri.TryCreate(words.Url.TrimEnd('/') + "/", UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new CliException($"\"{words.Url}\" is no address. Write it as http://HOST:8080 (--url, or BURNIN_URL).");
        }

        http = new HttpClient { BaseAddress = url, Timeout = Patience };
        if (words.Token is { Length: > 0 } token)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    public Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) =>
        AskAsync(HttpMethod.Get, path, null, cancellationToken);

    /// <summary>With a key of its own, so that a repeat by whatever lies between does it once.</summary>
    public Task<JsonElement> PostAsync(string path, object body, CancellationToken cancellationToken) =>
        AskAsync(HttpMethod.Post, path, body, cancellationToken);

    /// <summary>The drive that somebody means by its serial or its id.</summary>
    public async Task<JsonElement> DriveAsync(string name, CancellationToken cancellationToken)
    {
        var all = (await GetAsync("drives", cancellationToken)).GetProperty("drives").EnumerateArray().ToList();
        return all.Where(drive => drive.Text("id") == name || drive.Text("serial") == name).ToList() switch
        {
            [var one] => one,
            [] => throw new CliException($"There is no drive {name}. \"burnin drives\" lists them."),
            _ => throw new CliException($"There is more than one drive with the serial {name}. Name it by its id."),
        };
    }

    /// <summary>The id of the burn-in that somebody means by its id, or the newest of a drive by its serial.</summary>
    public async Task<string> JobIdAsync(string name, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"burnin/{Uri.EscapeDataString(name)}", null, cancellationToken);
        if (answer.IsSuccessStatusCode)
        {
            return name;
        }

        if (answer.StatusCode != HttpStatusCode.NotFound)
        {
            throw await FailureAsync(answer, cancellationToken);
        }

        return (await DriveAsync(name, cancellationToken)).TryGetProperty("job", out var job) && job.ValueKind == JsonValueKind.Object
            ? job.Text("job_id") ?? ""
            : throw new CliException($"The drive {name} was never burnt in.");
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonElement> AskAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(method, path, body, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw await FailureAsync(answer, cancellationToken);
        }

        await using var content = await answer.Content.ReadAsStreamAsync(cancellationToken);
        return (await JsonDocument.ParseAsync(content, cancellationToken: cancellationToken)).RootElement;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, $"api/v1/{path}");
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        }

        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException failure)
        {
            throw new CliException($"Burnin does not answer at {http.BaseAddress}: {failure.Message}");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CliException($"Burnin did not answer at {http.BaseAddress} within {Patience.TotalSeconds} s.");
        }
    }

    private async Task<CliException> FailureAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var hint = answer.StatusCode == HttpStatusCode.Unauthorized
            ? " Make a token on the page under Settings, Tokens, and give it as --token or BURNIN_TOKEN."
            : "";
        try
        {
            await using var content = await answer.Content.ReadAsStreamAsync(cancellationToken);
            using var problem = await JsonDocument.ParseAsync(content, cancellationToken: cancellationToken);
            return new CliException(problem.RootElement.Text("detail") + hint, problem.RootElement.Text("code"));
        }
        catch (JsonException)
        {
            return new CliException($"{http.BaseAddress} answered {(int)answer.StatusCode} and not as Burnin does. Is it the right address?{hint}");
        }
    }
}
