using System.Net;
using System.Text.Json;

namespace Burnin.WebFront.Tests.Host;

/// <summary>Sends what a test says and reads what comes back.</summary>
internal static class Answer
{
    extension(HttpClient http)
    {
        public async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
            HttpMethod method, string path, object? body = null, string? key = null, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(method, path);
            request.Content = body switch
            {
                null => null,
                string text => new StringContent(text, System.Text.Encoding.UTF8, "application/json"),
                _ => JsonContent.Create(body),
            };
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            if (key is not null)
            {
                request.Headers.Add("Idempotency-Key", key);
            }

            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            var answered = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return (response.StatusCode, answered.Length == 0 ? default : JsonDocument.Parse(answered).RootElement);
        }

        public Task<(HttpStatusCode Status, JsonElement Body)> ReadAsync(string path) => http.SendAsync(HttpMethod.Get, path);
    }

    extension(JsonElement body)
    {
        public string? Text(string name) => body.GetProperty(name).GetString();
    }

    /// <summary>All that every refusal must have.</summary>
    public static void IsProblem((HttpStatusCode Status, JsonElement Body) answer, HttpStatusCode status, string code)
    {
        Assert.Equal((status, code), (answer.Status, answer.Body.Text("code")));
        Assert.Equal((int)status, answer.Body.GetProperty("status").GetInt32());
        Assert.NotEmpty(answer.Body.Text("trace_id")!);
        Assert.NotEmpty(answer.Body.Text("detail")!);
    }
}
