using Burnin.MockTrueNas.Api;

namespace Burnin.MockTrueNas.Methods.Auth;

/// <summary><c>auth.login_with_api_key</c>: answers whether the key is good.</summary>
internal static class LoginWithApiKey
{
    public static ApiMethod Method { get; } = new("auth.login_with_api_key", RunAsync)
    {
        Parameters = [new Parameter("api_key")],
        NeedsNoLogin = true,
        IsNotInRest = true,
    };

    private static async ValueTask<ApiAnswer> RunAsync(ApiCall call) =>
        call.Text(0) is { } key
            ? ApiAnswer.Of(await Authentication.LogInByKeyAsync(call.Box, call.Session, key) is LoginOutcome.Success)
            : ApiAnswer.Wrong("api_key", "Not a string");
}
