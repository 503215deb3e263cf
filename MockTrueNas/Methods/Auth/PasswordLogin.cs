using Burnin.MockTrueNas.Api;

namespace Burnin.MockTrueNas.Methods.Auth;

/// <summary><c>auth.login</c>: by name and password, and no second factor.</summary>
internal static class PasswordLogin
{
    public static ApiMethod Method { get; } = new("auth.login", RunAsync)
    {
        Parameters = [new Parameter("username"), new Parameter("password"), new Parameter("otp_token", IsRequired: false)],
        NeedsNoLogin = true,
        IsNotInRest = true,
    };

    private static async ValueTask<ApiAnswer> RunAsync(ApiCall call) =>
        ApiAnswer.Of(!call.Box.Look().State.Faults.SecondFactor
            && await Authentication.LogInByPasswordAsync(call.Box, call.Session, call.Text(0), call.Text(1)));
}
