using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;

namespace Burnin.MockTrueNas.Methods.Auth;

/// <summary><c>auth.me</c>: the user of the session.</summary>
internal static class Me
{
    public static ApiMethod Method { get; } = new("auth.me", call => (ApiAnswer)Of(call.Session.Login!)) { NeedsNoRole = true };

    public static JsonObject Of(Login login) => new()
    {
        ["pw_name"] = login.User,
        ["pw_gecos"] = login.User,
        ["pw_dir"] = "/var/empty",
        ["pw_shell"] = "/usr/sbin/nologin",
        ["pw_uid"] = login.User == "root" ? 0 : 3000,
        ["pw_gid"] = login.User == "root" ? 0 : 3000,
        ["grouplist"] = null,
        ["sid"] = null,
        ["source"] = "LOCAL",
        ["local"] = true,
        ["attributes"] = new JsonObject(),
        ["two_factor_config"] = new JsonObject { ["secret_configured"] = false },
        ["privilege"] = new JsonObject { ["roles"] = new JsonObject { ["$set"] = JsonReading.Texts(login.Roles) }, ["web_shell"] = login.IsFullAdmin, ["webui_access"] = true },
        ["account_attributes"] = JsonReading.Texts(login.Key is null ? ["LOCAL"] : ["LOCAL", "API_KEY"]),
    };
}
