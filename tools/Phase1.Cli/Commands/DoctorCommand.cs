using System.CommandLine;
using System.CommandLine.Parsing;
using Phase1.Cli.Doctor;
using Phase1.Cli.Local;
using Phase1.Servers.Suites;

namespace Phase1.Cli.Commands;

/// <summary>Examines an installation, and changes nothing in it.</summary>
static class DoctorCommand
{
    internal static Command Create()
    {
        var places = Places();
        var json = SuiteOptions.Json();
        var command = new Command("doctor", "examines the suite that runs, or the services named, and says what to do; it only reads")
        {
            places,
            json,
        };
        command.SetAction(
            async (parsed, token) =>
            {
                var diagnosis = await ExamineAsync(parsed.GetValue(places) ?? [], token);
                await Console.Out.WriteLineAsync(
                    parsed.GetValue(json) ? diagnosis.ToJson() : string.Join(Environment.NewLine, diagnosis.ToLines())
                );
                return diagnosis.ExitCode;
            }
        );
        return command;
    }

    static async Task<Diagnosis> ExamineAsync(Place[] named, CancellationToken cancellationToken)
    {
        // The published key is for the suite of this working copy, which is a Development one.
        var key = DoctorKey.FromEnvironment ?? (named.Length == 0 ? DoctorKey.Published : null);
        using var visit = new Visit(key, TimeProvider.System);
        var answers = await Task.WhenAll(
            (named.Length == 0 ? OfThisWorkingCopy() : named).Select(place =>
                visit.AskAsync(place.Service, place.Address, cancellationToken)
            )
        );
        return new(Examination.Judge(answers));
    }

    static IEnumerable<Place> OfThisWorkingCopy()
    {
        var port = StateFolder.OfRepository.BasePort;
        return SuiteServices.All.Select(service => new Place(
            service,
            new UriBuilder("http", "127.0.0.1", SuitePlan.PortOf(port, service)).Uri
        ));
    }

    static Option<Place[]> Places() =>
        new("--service")
        {
            Description =
                $"where a process of a service is, as bos=https://bos.example.org; once for each process. {DoctorKey.Variable} is its key, as the caller {DoctorKey.Caller}",
            HelpName = "NAME=URL",
            CustomParser = result => [.. result.Tokens.Select(token => Parse(result, token.Value)).OfType<Place>()],
        };

    static Place? Parse(ArgumentResult result, string text)
    {
        var parts = text.Split('=', 2);
        var known = SuiteServices.All.Where(service => service.ShortName() == parts[0]).ToList();
        if (
            known is [var service]
            && parts.Length == 2
            && Uri.TryCreate(parts[1], UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"
        )
        {
            return new(service, address);
        }
        result.AddError($"--service takes NAME=URL with a name of {string.Join(", ", SuiteServices.All.Select(one => one.ShortName()))}");
        return null;
    }

    sealed record Place(SuiteService Service, Uri Address);
}
