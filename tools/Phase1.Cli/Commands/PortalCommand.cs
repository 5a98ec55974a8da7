using System.CommandLine;
using Phase1.Cli.Local;
using Phase1.Cli.Output;

namespace Phase1.Cli.Commands;

/// <summary>Makes links into the Portal of the suite that runs.</summary>
static class PortalCommand
{
    internal static Command Create()
    {
        var login = new Option<string?>("--login")
        {
            Description = "whose password is to be set anew; without it the link makes the first person",
            HelpName = "LOGIN",
        };
        var user = new Option<string?>("--as")
        {
            Description = "as whom the link signs in, without a password; in the Development environment alone",
            HelpName = "USER",
        };
        var role = new Option<string>("--role")
        {
            Description = "as what the user of --as signs in",
            HelpName = "ROLE",
            DefaultValueFactory = _ => "teacher",
        };
        var link = new Command("link", "prints a link that works once, within 24 hours") { login, user, role };
        link.Validators.Add(result =>
        {
            var signsIn = result.GetResult(user) is not null;
            if (signsIn && result.GetResult(login) is not null)
            {
                result.AddError("a link is for --login or for --as, not for both");
            }
            if (!signsIn && result.GetResult(role) is { Implicit: false })
            {
                result.AddError("--role says what the user of --as is; it means nothing without --as");
            }
        });
        link.SetAction(
            (parsed, token) =>
                LinkAsync(
                    parsed.GetValue(user) is { } named ? ["as", named, "--role", parsed.GetValue(role)!]
                        : parsed.GetValue(login) is { } forgetful ? ["password", forgetful]
                        : ["setup"],
                    token
                )
        );
        return new Command("portal", "links into the Portal") { link };
    }

    static async Task<int> LinkAsync(string[] words, CancellationToken cancellationToken)
    {
        var suite = new LocalSuite(StateFolder.OfRepository, new Screen());
        if (!suite.IsRunning)
        {
            throw new CommandException("the suite does not run; ./phase1 up starts it");
        }
        var (launcher, _) = await suite.StartAsync(new(null, false), cancellationToken);
        await Console.Out.WriteLineAsync(await PortalLink.MakeAsync(launcher.Plan, words, cancellationToken));
        return ExitCode.Done;
    }
}
