using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Faults;
using Burnin.MockTrueNas.Products;
using Burnin.MockTrueNas.Violations;

namespace Burnin.MockTrueNas.Api;

/// <summary>The way of every call, from whatever transport: is the method there, may the session call it, what does it say.</summary>
internal static class Dispatcher
{
    private static readonly TimeSpan RateLimitDelay = TimeSpan.FromSeconds(1);

    public static ApiMethod? Find(Box box, string name) =>
        MethodBook.Of(box.Product).GetValueOrDefault(name) is { } method && !box.Look().State.Faults.MissingMethods.Contains(name) ? method : null;

    /// <summary>Null lets the call pass.</summary>
    public static async ValueTask<ApiAnswer?> RefusalAsync(ApiMethod method, ApiCall call)
    {
        var (box, session) = (call.Box, call.Session);
        var faults = box.Look().State.Faults;

        if (method.NeedsNoLogin)
        {
            // 25.04 spares those who are logged in; 24.10 counts them all the same.
            var isCounted = box.Product.Release >= Release.Scale2410 && !method.IsNotRateLimited && session.Transport is not Transport.Rest
                && (session.Login is null || !box.Product.HasUserKeys);

            if (isCounted && (faults.RateLimited || box.RateLimit.IsExceededBy(method.Name, session.Address)))
            {
                await Task.Delay(RateLimitDelay, box.Clock);

                return new ApiAnswer.Refused(Errno.Busy, "Rate Limit Exceeded");
            }

            return null;
        }

        if (session.Login is null)
        {
            return new ApiAnswer.Refused(box.Product.IsCore ? Errno.Access : Errno.NotAuthenticated, "Not authenticated");
        }

        return (faults.DenyRoles && !method.NeedsNoRole) || !Authorization.May(session, method, box.Product, "CALL", method.Name)
            ? new ApiAnswer.Refused(Errno.Access, "Not authorized")
            : null;
    }

    /// <summary>Calls what may be called, and writes it down.</summary>
    public static async ValueTask<ApiAnswer> RunAsync(ApiMethod method, ApiCall call)
    {
        var box = call.Box;

        if (method.IsPrivate)
        {
            box.Violations.Add(ViolationKind.PrivateMethod, $"{method.Name} by {call.Session.Transport}");
        }

        var faults = box.Look().State.Faults;
        var answer = faults.CrashingMethods.Contains(method.Name)
            ? new ApiAnswer.Crashed("RuntimeError", $"{method.Name} has crashed, as it was told to")
            : AnswerFaults.Of(await method.Run(call), faults);
        Note(method, call, answer);

        return answer;
    }

    public static void Note(ApiMethod method, ApiCall call, ApiAnswer answer) => call.Box.Calls.Add(
        call.Box.Clock.GetUtcNow(),
        call.Session.Transport.ToString().ToLowerInvariant(),
        method.Name,
        method.Service == "auth" ? "[hidden]" : call.Arguments.ToJsonString(),
        answer switch
        {
            ApiAnswer.Result => "ok",
            ApiAnswer.Started started => $"job {started.JobId}",
            ApiAnswer.Refused refused => Errno.Name(refused.Errno),
            ApiAnswer.Invalid => "invalid",
            ApiAnswer.NoMatch => "no match",
            _ => "crashed",
        });
}
