namespace Phase1.Portal.Words;

sealed partial class En
{
    public string Alerts => "To be looked at";

    public string BatchesAreStuck(int batches) => batches == 1 ? "1 batch is stuck." : $"{batches} batches are stuck.";

    public string ServiceIsNotReady(string service, string checks) =>
        checks.Length == 0 ? $"{service} is not ready." : $"{service} is not ready: {checks}.";

    public string LettersAreOpen(string service, long letters) =>
        letters == 1 ? $"1 dead letter of {service} waits for a decision." : $"{letters} dead letters of {service} wait for a decision.";

    public string KeysAreHeld(string service, long keys) =>
        keys == 1 ? $"{service} holds the records of 1 key." : $"{service} holds the records of {keys} keys.";

    public string EventsWait(string service, long events, string oldest) =>
        $"{service} has not published {events} events; the oldest has waited {oldest}.";

    public string WorkIsLate(string service, string work) => $"Background work of {service} is late: {work}.";
}
