using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;

namespace Burnin.MockTrueNas.Methods.Core;

/// <summary><c>core.subscribe</c> and its end: on JSON-RPC only, DDP has messages for it.</summary>
internal static class Subscribe
{
    public static ApiMethod Method { get; } = new("core.subscribe", Begin) { Parameters = [new Parameter("event")], NeedsNoRole = true, IsNotInRest = true };

    public static ApiMethod Unsubscribe { get; } = new("core.unsubscribe", End) { Parameters = [new Parameter("id_")], NeedsNoRole = true, IsNotInRest = true };

    private static ApiAnswer Begin(ApiCall call) =>
        call.Session.Subscriptions is not { } subscriptions ? new ApiAnswer.Crashed("AttributeError", "This transport takes subscriptions by a message of its own")
        : call.Text(0) is not { } name ? ApiAnswer.Wrong("event", "Input should be a valid string")
        : !SubscriptionAccess.Allows(name, call.Session, call.Product) ? new ApiAnswer.Refused(Errno.Access, "Not authorized")
        : subscriptions.Add(name);

    private static ApiAnswer End(ApiCall call)
    {
        if (call.Text(0) is { } id)
        {
            call.Session.Subscriptions?.Remove(id);
        }

        return ApiAnswer.Of(null);
    }
}
