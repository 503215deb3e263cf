using System.Text.Json;

namespace Burnin.EndToEnd.Tests;

internal static class JsonText
{
    extension(JsonElement element)
    {
        public string Text(string field) => element.GetProperty(field).GetString() ?? "";

        public IEnumerable<string> Codes(string field) => element.GetProperty(field).EnumerateArray().Select(reason => reason.Text("code"));
    }
}
