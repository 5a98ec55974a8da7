using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.SignIn;

/// <summary>
/// The same executable as a command: <c>link setup</c> prints the link that makes the first person, <c>link password LOGIN</c> one that sets a new
/// password, <c>link as USER [--role ROLE]</c>, in the Development environment alone, one that signs in as anybody. Links are printed on standard
/// output alone.
/// </summary>
sealed class LinkProgram(TextWriter output, TextWriter errors)
{
    const int Refused = 1;

    internal async Task<int> RunAsync(string[] words)
    {
        try
        {
            return words switch
            {
                ["setup", .. var settings] => await MakeAsync(settings, SetupAsync),
                ["password", var login, .. var settings] => await MakeAsync(settings, scope => PasswordAsync(scope, login)),
                ["as", var user, "--role", var role, .. var settings] => await MakeAsync(
                    settings,
                    scope => DevelopmentAsync(scope, user, role)
                ),
                ["as", var user, .. var settings] => await MakeAsync(settings, scope => DevelopmentAsync(scope, user, Phase1Roles.Teacher)),
                _ => await SayAsync("link setup, link password LOGIN, or link as USER [--role ROLE]"),
            };
        }
        catch (ConfigurationException invalid)
        {
            await errors.WriteLineAsync(invalid.Message);
            return Phase1Host.ConfigurationExitCode;
        }
    }

    static async Task<int> MakeAsync(string[] settings, Func<IServiceProvider, Task<int>> make)
    {
        await using var host = Phase1Host.Build(new PortalService(), settings);
        await using var scope = host.Services.CreateAsyncScope();
        return await make(scope.ServiceProvider);
    }

    async Task<int> SetupAsync(IServiceProvider scope) =>
        await scope.GetRequiredService<FirstPerson>().IsMissingAsync(CancellationToken.None)
            ? await PrintAsync(scope, LinkPurpose.Setup, null, "/setup")
            : await SayAsync("somebody can administer people already; link password LOGIN makes a link that sets a new password");

    async Task<int> PasswordAsync(IServiceProvider scope, string login)
    {
        var key = scope.GetRequiredService<Accounts>().NormalizeName(login);
        var account = await scope.GetRequiredService<PortalDbContext>().Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == key);
        return account switch
        {
            null => await SayAsync("nobody has this login"),
            { DisabledAt: not null } => await SayAsync("this person is disabled"),
            _ => await PrintAsync(scope, LinkPurpose.Password, account.Id, "/password"),
        };
    }

    async Task<int> DevelopmentAsync(IServiceProvider scope, string userId, string role)
    {
        if (!scope.GetRequiredService<IWebHostEnvironment>().IsDevelopment())
        {
            throw new ConfigurationException("link as is for the Development environment alone.");
        }
        if (!UserIds.IsPlain(userId) || !PersonRoles.All.Contains(role))
        {
            return await SayAsync($"the user is an id, and the role one of {string.Join(", ", PersonRoles.All)}");
        }
        var (db, clock) = (scope.GetRequiredService<PortalDbContext>(), scope.GetRequiredService<TimeProvider>());
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == userId);
        if (account is null)
        {
            account = new()
            {
                Id = userId,
                DisplayName = userId,
                CreatedAt = clock.GetUtcNow(),
            };
            db.Accounts.Add(account);
        }
        account.Roles = [.. account.Roles.Union([role])];
        return await PrintAsync(scope, LinkPurpose.Development, userId, GetDevelopmentSignInEndpoint.Path);
    }

    async Task<int> PrintAsync(IServiceProvider scope, LinkPurpose purpose, string? userId, string page)
    {
        var secret = await scope.GetRequiredService<OneTimeLinks>().MakeAsync(purpose, userId, CancellationToken.None);
        scope.GetRequiredService<AuditTrail>().Add(AuditAct.LinkMade, null, userId);
        await scope.GetRequiredService<PortalDbContext>().SaveChangesAsync();
        var address =
            scope.GetRequiredService<PortalOptions>().PublicAddress ?? new Uri($"http://localhost:{new PortalService().DefaultPort}");
        await output.WriteLineAsync(new Uri(address, $"{page}?t={secret}").ToString());
        return 0;
    }

    async Task<int> SayAsync(string sentence)
    {
        await errors.WriteLineAsync(sentence);
        return Refused;
    }
}
