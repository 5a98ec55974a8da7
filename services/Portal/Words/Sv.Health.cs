namespace Phase1.Portal.Words;

sealed partial class Sv
{
    public string Alerts => "Att titta på";

    public string BatchesAreStuck(int batches) => batches == 1 ? "1 bunt har fastnat." : $"{batches} buntar har fastnat.";

    public string ServiceIsNotReady(string service, string checks) =>
        checks.Length == 0 ? $"{service} är inte redo." : $"{service} är inte redo: {checks}.";

    public string LettersAreOpen(string service, long letters) =>
        letters == 1 ? $"1 dött brev hos {service} väntar på ett beslut." : $"{letters} döda brev hos {service} väntar på ett beslut.";

    public string KeysAreHeld(string service, long keys) =>
        keys == 1 ? $"{service} håller posterna för 1 nyckel." : $"{service} håller posterna för {keys} nycklar.";

    public string EventsWait(string service, long events, string oldest) =>
        $"{service} har inte publicerat {events} händelser; den äldsta har väntat {oldest}.";

    public string WorkIsLate(string service, string work) => $"Bakgrundsarbete hos {service} är sent: {work}.";
}
