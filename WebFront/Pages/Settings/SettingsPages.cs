using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Messages;
using Burnin.Grains.Interfaces.Settings;
using Burnin.WebFront.Access;
using Burnin.WebFront.Commands;
using Burnin.WebFront.Pages.Errors;
using Burnin.WebFront.Pages.Shell;
using Burnin.WebFront.Settings;
using Burnin.WebFront.Updates;
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
        var commands = routes.MapCommands("/settings", AccessRole.Admin);
        commands.MapPost("/{section}", SaveAsync).Does(SettingsEndpoints.Action);
        commands.MapPost("/{section}/test", TestAsync).Does(SettingsEndpoints.TestAction);
    }

    private static async Task<Results<PageResult<SettingsPage>, PageResult<ErrorPage>>> ShowAsync(
        string section, long? saved, bool? check, HttpContext http, ShellReader shells, IGrainFactory grains, UpdateCheck updates)
    {
        var shell = await shells.ReadAsync(http);
        var view = await grains.Settings().GetAsync();
        return SectionOf(view, section) is { } found
            ? new PageResult<SettingsPage>(shell, new SettingsModel
            {
                Settings = view,
                Section = found,
                Version = view.Version,
                IsSaved = saved == view.Version,
                Channel = await ChannelOf(grains, found),
                Update = check == true ? await updates.AskAsync(shell.Version, http.RequestAborted) : null,
            })
            : Unknown(shell, section);
    }

    private static async Task<Results<RedirectHttpResult, PageResult<SettingsPage>, PageResult<ErrorPage>>> SaveAsync(
        string section, SettingsForm form, HttpContext http, ShellReader shells, IGrainFactory grains)
    {
        var note = CommandNote.Of(http);
        var before = await grains.Settings().GetAsync();
        if (SectionOf(before, section) is not { } asked)
        {
            return await UnknownAsync(note, shells, http, section);
        }

        switch (await grains.Settings().ChangeAsync(new ChangeSettings { Values = form.ValuesOf(asked), ExpectedVersion = form.Version, By = CommandActor.Of(http, form) }))
        {
            case ChangeSettingsResult.Changed changed:
                note.Detail = SettingsEndpoints.DetailOf(changed);
                return TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/settings/{asked.Name}?saved={changed.Settings.Version}"));
            case ChangeSettingsResult.Invalid invalid:
                note.Refusal = SettingsEndpoints.Describe(invalid.Faults);
                return new PageResult<SettingsPage>(await shells.ReadAsync(http), await AgainAsync(grains, before, asked, form) with { Faults = ByName(invalid.Faults) }, note.Refusal.Status);
            case ChangeSettingsResult.Conflict conflict:
                note.Refusal = SettingsEndpoints.Describe(conflict);
                var now = conflict.Settings;
                return new PageResult<SettingsPage>(
                    await shells.ReadAsync(http), await AgainAsync(grains, now, SectionOf(now, section)!, form) with { Version = now.Version, IsConflict = true }, note.Refusal.Status);
            default:
                throw new UnreachableException();
        }
    }

    private static async Task<Results<PageResult<SettingsPage>, PageResult<ErrorPage>>> TestAsync(
        string section, SettingsForm form, HttpContext http, ShellReader shells, IGrainFactory grains)
    {
        var note = CommandNote.Of(http);
        var view = await grains.Settings().GetAsync();
        if (SectionOf(view, section) is not { Channel: { } channel } asked)
        {
            return await UnknownAsync(note, shells, http, section);
        }

        switch (await grains.Notifier(channel).TestAsync(form.ValuesOf(asked), sends: true))
        {
            case ChannelTestResult.Tried tried:
                note.Detail = SettingsEndpoints.DetailOf(channel, tried);
                return new PageResult<SettingsPage>(await shells.ReadAsync(http), await AgainAsync(grains, view, asked, form) with { Tested = tried, IsTest = true });
            case ChannelTestResult.Invalid invalid:
                note.Refusal = SettingsEndpoints.Describe(invalid.Faults);
                return new PageResult<SettingsPage>(
                    await shells.ReadAsync(http), await AgainAsync(grains, view, asked, form) with { Faults = ByName(invalid.Faults), IsTest = true }, note.Refusal.Status);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The form once more, with what was typed into it.</summary>
    private static async Task<SettingsModel> AgainAsync(IGrainFactory grains, SettingsView view, SettingsSectionView section, SettingsForm form) => new()
    {
        Settings = view,
        Section = section,
        Version = form.Version ?? view.Version,
        Typed = form.ValuesOf(section).Where(said => section.Settings.Any(setting => setting.Name == said.Key && setting.Kind != "secret"))
            .ToImmutableDictionary(said => said.Key, said => said.Value ?? ""),
        Operator = form.Operator ?? "",
        Channel = await ChannelOf(grains, section),
    };

    private static Dictionary<string, string> ByName(ImmutableArray<SettingFault> faults) =>
        faults.GroupBy(fault => fault.Name).ToDictionary(fault => fault.Key, fault => string.Join(' ', fault.Select(each => each.Reason)));

    private static async Task<ChannelView?> ChannelOf(IGrainFactory grains, SettingsSectionView section) =>
        section.Channel is { } channel ? await grains.Notifier(channel).GetAsync() : null;

    private static SettingsSectionView? SectionOf(SettingsView view, string name) => view.Sections.FirstOrDefault(section => section.Name == name);

    private static async Task<PageResult<ErrorPage>> UnknownAsync(CommandNote note, ShellReader shells, HttpContext http, string section)
    {
        note.Refusal = new(StatusCodes.Status404NotFound, "unknown_section", $"There are no such settings: {section}.");
        return Unknown(await shells.ReadAsync(http), section);
    }

    private static PageResult<ErrorPage> Unknown(ShellModel shell, string section) => new(
        shell,
        new ErrorModel("No such settings", $"There are no settings of the name {section}.", "/settings", "Go to the settings"),
        StatusCodes.Status404NotFound);
}
