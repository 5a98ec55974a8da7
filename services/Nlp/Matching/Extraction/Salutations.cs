namespace Phase1.Nlp.Matching;

/// <summary>The person greeted in the first lines, used only when nothing else gave a name: rarely the writer.</summary>
sealed class Salutations : IReadingStep
{
    public void Read(EssayReading reading)
    {
        if (reading.Names.Count > 0)
        {
            return;
        }

        foreach (var addressee in reading.Addressees)
        {
            reading.AddName(addressee, NameSource.Salutation);
        }
    }
}
