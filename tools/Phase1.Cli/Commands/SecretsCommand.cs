using System.CommandLine;
using Phase1.Cli.Local;
using Phase1.Cli.Output;
using Phase1.Servers.Processes;

namespace Phase1.Cli.Commands;

/// <summary>Makes the passwords that docker-compose.yml asks for.</summary>
static class SecretsCommand
{
    internal static Command Create()
    {
        var command = new Command("secrets", "makes the passwords that docker-compose.yml asks for, in .env; those that are there stay");
        command.SetAction(_ =>
        {
            var file = Repository.PathOf(".env");
            Secrets.Complete(file, Secrets.AskedForBy(File.ReadAllText(Repository.PathOf("docker-compose.yml"))));
            new Screen().Say($"docker compose finds its passwords in {file}, which Git ignores");
            return ExitCode.Done;
        });
        return command;
    }
}
