using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Methods.Auth;

/// <summary><c>auth.login_ex</c> (25.04+): says in words what came of it.</summary>
internal static class LoginEx
{
    private const string Otp = "123456";

    public static ApiMethod Method { get; } = new("auth.login_ex", RunAsync) { Parameters = [new Parameter("login_data")], NeedsNoLogin = true, IsNotInRest = true };

    public static ApiMethod Continue { get; } = new("auth.login_ex_continue", RunAsync)
    {
        Parameters = [new Parameter("login_data")],
        NeedsNoLogin = true,
        IsNotInRest = true,
    };

    private static async ValueTask<ApiAnswer> RunAsync(ApiCall call)
    {
        var data = call.Object(0) ?? [];
        var faults = call.Box.Look().State.Faults;

        if (faults.RedirectLogin)
        {
            return new JsonObject { ["response_type"] = "REDIRECT", ["urls"] = new JsonArray("https://192.0.2.10", "https://192.0.2.11") };
        }

        // The product loses its place after a login that failed.
        if (call.Session.HasFailedLogin)
        {
            return new ApiAnswer.Crashed("RuntimeError", "unexpected authenticator run state. Expected: START");
        }

        return data["mechanism"].AsText() switch
        {
            "API_KEY_PLAIN" when data["username"].AsText() is { } user && data["api_key"].AsText() is { } key =>
                Answer(call, data, await Authentication.LogInByKeyAsync(call.Box, call.Session, key, user)),
            "PASSWORD_PLAIN" when data["username"].AsText() is { } user && data["password"].AsText() is { } password =>
                await PasswordAsync(call, data, user, password, faults.SecondFactor),
            "OTP_TOKEN" when call.Session.PendingUser is { } user => await TokenAsync(call, data, user),
            "OTP_TOKEN" => new ApiAnswer.Refused(Errno.Invalid, "OTP_TOKEN was not asked for"),
            "API_KEY_PLAIN" or "PASSWORD_PLAIN" => ApiAnswer.Wrong("login_data", "Field required"),
            _ => ApiAnswer.Wrong("login_data.mechanism", "Input tag found using 'mechanism' does not match any of the expected tags"),
        };
    }

    private static async ValueTask<ApiAnswer> PasswordAsync(ApiCall call, JsonObject data, string user, string password, bool hasSecondFactor)
    {
        if (hasSecondFactor && Authentication.LoginOf(call.Box, user, password) is not null)
        {
            call.Session.PendingUser = user;
            return new JsonObject { ["response_type"] = "OTP_REQUIRED", ["username"] = user };
        }

        return Answer(call, data, await Authentication.LogInByPasswordAsync(call.Box, call.Session, user, password) ? LoginOutcome.Success : LoginOutcome.Wrong);
    }

    private static async ValueTask<ApiAnswer> TokenAsync(ApiCall call, JsonObject data, string user)
    {
        if (data["otp_token"].AsText() != Otp)
        {
            return new JsonObject { ["response_type"] = "OTP_REQUIRED", ["username"] = user };
        }

        call.Session.PendingUser = null;
        await Authentication.LogInByPasswordAsync(call.Box, call.Session, user, Authentication.Password);

        return Answer(call, data, LoginOutcome.Success);
    }

    private static ApiAnswer Answer(ApiCall call, JsonObject data, LoginOutcome outcome)
    {
        if (outcome is not LoginOutcome.Success)
        {
            return new JsonObject { ["response_type"] = outcome is LoginOutcome.Expired ? "EXPIRED" : "AUTH_ERR" };
        }

        var answer = new JsonObject
        {
            ["response_type"] = "SUCCESS",
            ["user_info"] = data["login_options"]?["user_info"].AsFlag() is false ? null : Me.Of(call.Session.Login!),
            ["authenticator"] = "LEVEL_1",
        };

        if (call.Product.Release >= Release.TrueNas260)
        {
            answer["reconnect_token"] = null;
        }

        return answer;
    }
}
