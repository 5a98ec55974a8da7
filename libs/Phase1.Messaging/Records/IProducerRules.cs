using Phase1.Events;

namespace Phase1.Messaging.Records;

/// <summary>Who may record what. A program whose records are not those of the catalogue registers rules of its own before it adds the engine.</summary>
public interface IProducerRules
{
    /// <summary>Whether a record may come from this source.</summary>
    /// <param name="topic">Its topic, without prefix.</param>
    /// <param name="source">Its <c>source_service</c>.</param>
    bool Allow(string topic, string source);
}

/// <summary>The rules of the catalogue.</summary>
sealed class CatalogueProducers : IProducerRules
{
    public bool Allow(string topic, string source) => Topics.MayProduce(topic, source);
}
