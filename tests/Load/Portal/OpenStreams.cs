using Phase1.Load.Suite;
using Phase1.Servers.Suites;

namespace Phase1.Load.Portal;

/// <summary>
/// What open streams add to the Portal's memory. Before and after they are opened the Portal answers the same requests until its memory no longer
/// grows by them: what is then more is kept for the streams, and no garbage that has not been collected yet.
/// </summary>
sealed class OpenStreams(RunningSuite suite, Visitor visitor)
{
    const int OfOnePerson = 5;
    const int People = 100;
    const int RequestsARound = 400;
    const int AtOnce = 4;
    const int Rounds = 6;

    internal const int Count = OfOnePerson * People;

    internal async Task<double> MegabytesAsync(Func<string, Task<Visitor>> signIn, CancellationToken cancellationToken)
    {
        var people = new List<Visitor>();
        var open = new List<StreamReader>();
        try
        {
            for (var number = 0; number < People; number++)
            {
                people.Add(await signIn($"listener-{number}"));
            }
            // What the first streams of a process make once is none of the later ones'.
            using (var first = await people[0].ListenAsync(cancellationToken))
            {
                await first.ReadLineAsync(cancellationToken);
            }
            var before = await SettledAsync(cancellationToken);
            foreach (var person in people.SelectMany(person => Enumerable.Repeat(person, OfOnePerson)))
            {
                open.Add(await person.ListenAsync(cancellationToken));
                await open[^1].ReadLineAsync(cancellationToken);
            }
            return Math.Round((await SettledAsync(cancellationToken) - before) / 1e6, 1);
        }
        finally
        {
            open.ForEach(stream => stream.Dispose());
            people.ForEach(person => person.Dispose());
        }
    }

    // The middle of some rounds: between two collections of garbage memory goes up and down.
    async Task<long> SettledAsync(CancellationToken cancellationToken)
    {
        var portal = suite.Processes.Single(process => process.Name == nameof(SuiteService.Portal)).Id;
        var resident = new List<long>();
        for (var round = 0; round < Rounds; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync()));
            resident.Add(ProcessMemory.BytesOf(portal));
        }
        return resident.Order().ElementAt(Rounds / 2);

        async Task WorkAsync()
        {
            for (var request = 0; request < RequestsARound / AtOnce; request++)
            {
                await visitor.SeeAsync("/me", cancellationToken);
            }
        }
    }
}
