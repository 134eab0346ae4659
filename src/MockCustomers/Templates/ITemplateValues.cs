using MockCustomers.Exchange;

namespace MockCustomers.Templates;

/// <summary>What the placeholders of a template stand for.</summary>
internal interface ITemplateValues
{
    /// <summary>Writes what a placeholder stands for as JSON.</summary>
    /// <returns>false when it stands for nothing here: the property that asks for it is then left out.</returns>
    bool Write(string name, JsonBuffer json);

    /// <summary>What a placeholder stands for inside a text; null for nothing.</summary>
    string? Text(string name);
}
