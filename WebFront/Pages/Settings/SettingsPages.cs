using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Settings;
using Burnin.WebFront.Access;
using Burnin.WebFront.Commands;
using Burnin.WebFront.Pages.Errors;
using Burnin.WebFront.Pages.Shell;
using Burnin.WebFront.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Pages.Settings;

/// <summary>Settings as forms, one page a section. All of it works without scripts.</summary>
internal static class SettingsPages
{
    public static void MapSettingsPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/settings", () => TypedResults.LocalRedirect("/settings/fleet"));
        routes.MapGet("/settings/{section}", ShowAsync);
        routes.MapCommands("/settings", AccessRole.Admin).MapPost("/{section}", SaveAsync).Does(SettingsEndpoints.Action);
    }

    private static async Task<Results<PageResult<SettingsPage>, PageResult<ErrorPage>>> ShowAsync(
        string section, long? saved, HttpContext http, ShellReader shells, IGrainFactory grains)
    {
        var shell = await shells.ReadAsync(http);
        var view = await grains.Settings().GetAsync();
        return SectionOf(view, section) is { } found
            ? new PageResult<SettingsPage>(shell, new SettingsModel { Settings = view, Section = found, Version = view.Version, IsSaved = saved == view.Version })
            : Unknown(shell, section);
    }

    private static async Task<Results<RedirectHttpResult, PageResult<SettingsPage>, PageResult<ErrorPage>>> SaveAsync(
        string section, SettingsForm form, HttpContext http, ShellReader shells, IGrainFactory grains)
    {
        var note = CommandNote.Of(http);
        var before = await grains.Settings().GetAsync();
        if (SectionOf(before, section) is not { } asked)
        {
            note.Refusal = new(StatusCodes.Status404NotFound, "unknown_section", $"There are no settings of the name {section}.");
            return Unknown(await shells.ReadAsync(http), section);
        }

        switch (await grains.Settings().ChangeAsync(new ChangeSettings { Values = form.ValuesOf(asked), ExpectedVersion = form.Version, By = CommandActor.Of(http, form) }))
        {
            case ChangeSettingsResult.Changed changed:
                note.Detail = SettingsEndpoints.DetailOf(changed);
                return TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/settings/{asked.Name}?saved={changed.Settings.Version}"));
            case ChangeSettingsResult.Invalid invalid:
                note.Refusal = SettingsEndpoints.Describe(invalid);
                var faults = invalid.Faults.GroupBy(fault => fault.Name).ToDictionary(fault => fault.Key, fault => string.Join(' ', fault.Select(each => each.Reason)));
                return Again(await shells.ReadAsync(http), before, asked, form, note.Refusal.Status, model => model with { Version = form.Version ?? before.Version, Faults = faults });
            case ChangeSettingsResult.Conflict conflict:
                note.Refusal = SettingsEndpoints.Describe(conflict);
                return Again(
                    await shells.ReadAsync(http), conflict.Settings, SectionOf(conflict.Settings, section)!, form, note.Refusal.Status, model => model with { IsConflict = true });
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The form once more, with what was typed into it.</summary>
    private static PageResult<SettingsPage> Again(
        ShellModel shell, SettingsView view, SettingsSectionView section, SettingsForm form, int status, Func<SettingsModel, SettingsModel> with) =>
        new(shell, with(new SettingsModel
        {
            Settings = view,
            Section = section,
            Version = view.Version,
            Typed = form.ValuesOf(section).Where(said => section.Settings.Any(setting => setting.Name == said.Key && setting.Kind != "secret"))
                .ToImmutableDictionary(said => said.Key, said => said.Value ?? ""),
            Operator = form.Operator ?? "",
        }), status);

    private static SettingsSectionView? SectionOf(SettingsView view, string name) => view.Sections.FirstOrDefault(section => section.Name == name);

    private static PageResult<ErrorPage> Unknown(ShellModel shell, string section) => new(
        shell,
        new ErrorModel("No such settings", $"There are no settings of the name {section}.", "/settings", "Go to the settings"),
        StatusCodes.Status404NotFound);
}
