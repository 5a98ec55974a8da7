namespace Phase1.Portal.Words;

/// <summary>Texts of what an operator is to look at.</summary>
interface IHealthWords
{
    string Alerts { get; }

    string BatchesAreStuck(int batches);

    /// <param name="service">The service's title.</param>
    /// <param name="checks">The checks that are not well; empty where none is named.</param>
    string ServiceIsNotReady(string service, string checks);

    string LettersAreOpen(string service, long letters);

    string KeysAreHeld(string service, long keys);

    /// <param name="service">The service's title.</param>
    /// <param name="events">How many wait to be published.</param>
    /// <param name="oldest">How long the oldest has waited.</param>
    string EventsWait(string service, long events, string oldest);

    string WorkIsLate(string service, string work);
}
