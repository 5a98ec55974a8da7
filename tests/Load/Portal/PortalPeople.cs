using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Phase1.Load.Suite;
using Phase1.Servers.Suites;

namespace Phase1.Load.Portal;

/// <summary>People of the Portal, written to its tables: a hundred sign-ins by password would measure the hashing of passwords.</summary>
static class PortalPeople
{
    /// <summary>Makes a teacher and a link by which that teacher signs in.</summary>
    /// <returns>The link's secret.</returns>
    internal static async Task<string> MakeAsync(RunningSuite suite, string userId, CancellationToken cancellationToken)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await using var command = suite
            .Database(SuiteService.Portal)
            .CreateCommand(
                """
                with person as (
                    insert into accounts (user_id, display_name, roles, created_at, access_failed_count, source, language)
                    values ($1, $1, '{teacher,school-admin}', now(), 0, 'embedded', 'en') on conflict do nothing)
                insert into one_time_links (token_hash, purpose, user_id, expires_at) values ($2, 'development', $1, now() + interval '1 day')
                """
            );
        command.Parameters.Add(new NpgsqlParameter { Value = userId });
        command.Parameters.Add(new NpgsqlParameter { Value = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret))) });
        await command.ExecuteNonQueryAsync(cancellationToken);
        return secret;
    }
}
