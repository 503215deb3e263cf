using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Burnin.WebFront.Tests.Host;

/// <summary>Pages as a browser without scripts reads them.</summary>
internal static class Html
{
    extension(HttpClient http)
    {
        public async Task<IHtmlDocument> PageAsync(string path, HttpStatusCode expected = HttpStatusCode.OK, string? cookie = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Accept.ParseAdd("text/html");
            if (cookie is not null)
            {
                request.Headers.Add("Cookie", cookie);
            }

            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == expected, $"{path}: {response.StatusCode} {text}");
            Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
            return new HtmlParser().ParseDocument(text);
        }
    }

    extension(IHtmlDocument page)
    {
        /// <summary>The words of what is found, spaces made one.</summary>
        public IReadOnlyList<string> Texts(string selector) =>
            [.. page.QuerySelectorAll(selector).Select(element => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

        public string Text(string selector) => Assert.Single(page.Texts(selector));

        public string Link(string selector) => page.QuerySelector(selector)?.GetAttribute("href") ?? throw new InvalidOperationException($"No link {selector}.");
    }
}
