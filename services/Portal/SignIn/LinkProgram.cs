using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.SignIn;

/// <summary>
/// The same executable as a command: <c>link setup</c> prints the link that makes the first person, <c>link password LOGIN</c> one that sets a new
/// password. Links are printed on standard output alone.
/// </summary>
static class LinkProgram
{
    const int Refused = 1;

    internal static async Task<int> RunAsync(string[] words)
    {
        try
        {
            return words switch
            {
                ["setup", .. var settings] => await MakeAsync(settings, SetupAsync),
                ["password", var login, .. var settings] => await MakeAsync(settings, scope => PasswordAsync(scope, login)),
                _ => await SayAsync("link setup, or link password LOGIN"),
            };
        }
        catch (ConfigurationException invalid)
        {
            await Console.Error.WriteLineAsync(invalid.Message);
            return Phase1Host.ConfigurationExitCode;
        }
    }

    static async Task<int> MakeAsync(string[] settings, Func<IServiceProvider, Task<int>> make)
    {
        await using var host = Phase1Host.Build(new PortalService(), settings);
        await using var scope = host.Services.CreateAsyncScope();
        return await make(scope.ServiceProvider);
    }

    static async Task<int> SetupAsync(IServiceProvider scope) =>
        await scope.GetRequiredService<FirstPerson>().IsMissingAsync(CancellationToken.None)
            ? await PrintAsync(scope, LinkPurpose.Setup, null, "setup")
            : await SayAsync("somebody can administer people already; link password LOGIN makes a link that sets a new password");

    static async Task<int> PasswordAsync(IServiceProvider scope, string login)
    {
        var key = scope.GetRequiredService<Accounts>().NormalizeName(login);
        var account = await scope.GetRequiredService<PortalDbContext>().Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == key);
        return account is null
            ? await SayAsync("nobody has this login")
            : await PrintAsync(scope, LinkPurpose.Password, account.Id, "password");
    }

    static async Task<int> PrintAsync(IServiceProvider scope, LinkPurpose purpose, string? userId, string page)
    {
        var secret = await scope.GetRequiredService<OneTimeLinks>().MakeAsync(purpose, userId, CancellationToken.None);
        scope.GetRequiredService<AuditTrail>().Add(AuditAct.LinkMade, null, userId);
        await scope.GetRequiredService<PortalDbContext>().SaveChangesAsync();
        var address =
            scope.GetRequiredService<PortalOptions>().PublicAddress ?? new Uri($"http://localhost:{new PortalService().DefaultPort}");
        await Console.Out.WriteLineAsync(new Uri(address, $"/{page}?t={secret}").ToString());
        return 0;
    }

    static async Task<int> SayAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return Refused;
    }
}
