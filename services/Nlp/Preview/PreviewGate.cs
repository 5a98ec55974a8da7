namespace Phase1.Nlp.Preview;

/// <summary>Lets a limited number of dry runs in, so that they cannot crowd out the batches.</summary>
sealed class PreviewGate : IDisposable
{
    const int MostAtATime = 16;

    readonly SemaphoreSlim _places = new(MostAtATime, MostAtATime);

    public bool TryEnter() => _places.Wait(0);

    public void Leave() => _places.Release();

    public void Dispose() => _places.Dispose();
}
