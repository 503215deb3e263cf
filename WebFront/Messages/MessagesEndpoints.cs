using Burnin.Grains.Interfaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Messages;

/// <summary>How the ways to people are doing.</summary>
internal static class MessagesEndpoints
{
    public static void MapMessages(this IEndpointRouteBuilder api) => api.MapGet("/messages", ListAsync);

    private static async Task<Ok<ChannelList>> ListAsync(IGrainFactory grains)
    {
        var names = (await grains.Settings().GetAsync()).Sections.Select(section => section.Channel).OfType<string>();
        return TypedResults.Ok(new ChannelList(await Task.WhenAll(names.Select(name => grains.Notifier(name).GetAsync()))));
    }
}
