using Burnin.Grains.Interfaces;
using Burnin.WebFront.Access;
using Burnin.WebFront.Commands;
using Burnin.WebFront.Http;
using Burnin.WebFront.Pages.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Burnin.WebFront.Pages.Users;

/// <summary>Reads what the pages of users and tokens show, after a change as well as without one.</summary>
internal sealed class UserPageReader(IGrainFactory grains, ShellReader shells)
{
    public async Task<PageResult<TPage>> ShowAsync<TPage>(HttpContext http)
        where TPage : IComponent =>
        new(await shells.ReadAsync(http), await ReadAsync(http));

    /// <summary>The page as it is now, with why nothing was done, or with what was.</summary>
    public async Task<PageResult<TPage>> SayAsync<TPage>(HttpContext http, ApiProblem? problem, string done, Func<UsersModel, UsersModel>? more = null)
        where TPage : IComponent
    {
        CommandNote.Of(http).Refusal = problem;
        var model = await ReadAsync(http) with { Problem = problem?.Detail, Done = problem is null ? done : null };
        return new(await shells.ReadAsync(http), more is null ? model : more(model), problem?.Status ?? StatusCodes.Status200OK);
    }

    private async Task<UsersModel> ReadAsync(HttpContext http)
    {
        var sections = (await grains.Settings().GetAsync()).Sections;
        if (!Caller.Of(http).May(AccessRole.Admin))
        {
            return new UsersModel { Sections = sections };
        }

        var all = await grains.Users().GetAsync();
        return new UsersModel { Sections = sections, Users = all.Users, Tokens = all.Tokens };
    }
}
