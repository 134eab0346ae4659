using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MockCustomers.OpenApi.Documents;

/// <summary>Reads one YAML document: anchors, aliases and merge keys are resolved, what JSON cannot say is refused.</summary>
internal sealed class YamlTree
{
    /// <summary>How many nodes aliases may add in all, so that a short file cannot unfold into a huge one.</summary>
    private const int MostAliased = 100_000;

    private const string Remedy = "write it as YAML 1.2";

    private readonly string file;
    private readonly DiagnosticBag diagnostics;
    private readonly Scanner scanner;
    private readonly Parser parser;
    private readonly Dictionary<string, YamlAnchor> anchors = [];
    private readonly DocumentPath path = new();
    private int aliased;

    private YamlTree(string file, string text, DiagnosticBag diagnostics)
    {
        this.file = file;
        this.diagnostics = diagnostics;
        scanner = new Scanner(new StringReader(text));
        parser = new Parser(scanner);
    }

    public static JsonNode? Read(string file, string text, DiagnosticBag diagnostics)
    {
        var tree = new YamlTree(file, text, diagnostics);
        try
        {
            var root = tree.Document();
            if (root is null) diagnostics.Add(file, "", "it holds nothing", "write a YAML document");
            return root;
        }
        catch (YamlRefusal e)
        {
            diagnostics.Add(file, "", $"line {e.Start.Line}, column {e.Start.Column}: {e.Message}", e.Remedy);
        }
        catch (YamlException e)
        {
            diagnostics.Add(file, "", $"line {e.Start.Line}, column {e.Start.Column}: {e.Message.TrimEnd('.')}", Remedy);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException or FormatException)
        {
            // YamlDotNet's own slips on malformed text, such as a bracket left open before a line that is not indented.
            var at = tree.scanner.CurrentPosition;
            diagnostics.Add(file, "", $"line {at.Line}, column {at.Column}: here the text stops being YAML", "look for a bracket or quote left open before, or a wrong escape");
        }
        return null;
    }

    private JsonNode? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _)) return null;
        parser.Consume<DocumentStart>();
        var root = Node(1);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
            throw new YamlRefusal(second.Start, "a second document begins", "put one document in a file");
        return root;
    }

    private JsonNode? Node(int depth)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias)) return Aliased(alias, depth);
        var start = parser.Consume<NodeEvent>();
        if (depth > DocumentReader.MaxDepth) throw TooDeep(start.Start);
        var node = start switch
        {
            Scalar scalar => Value(scalar),
            SequenceStart => List(depth),
            _ => Map(depth),
        };
        if (!start.Anchor.IsEmpty) anchors[start.Anchor.Value] = YamlAnchor.Of(node);
        return node;
    }

    private static JsonNode? Value(Scalar scalar) => scalar.Tag.IsEmpty || scalar.Tag.IsNonSpecific
        ? scalar is { Style: ScalarStyle.Plain, Tag.IsEmpty: true } ? CoreSchema.Value(scalar.Value) : JsonValue.Create(scalar.Value)
        : scalar.Tag.Value switch
        {
            "tag:yaml.org,2002:str" => JsonValue.Create(scalar.Value),
            "tag:yaml.org,2002:null" or "tag:yaml.org,2002:bool" or "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" =>
                CoreSchema.Value(scalar.Value),
            var tag => throw new YamlRefusal(scalar.Start, $"the tag '{tag}' has no counterpart in JSON", "leave it out"),
        };

    private JsonArray List(int depth)
    {
        var list = new JsonArray();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            path.Enter(list.Count);
            list.Add(Node(depth + 1));
            path.Leave();
        }

        return list;
    }

    private JsonObject Map(int depth)
    {
        var map = new JsonObject();
        List<JsonObject>? merged = null;
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Key();
            path.Enter(key.Value);
            if (key is { Value: "<<", Style: ScalarStyle.Plain }) (merged ??= []).AddRange(Merged(key, Node(depth + 1)));
            else if (!map.TryAdd(key.Value, Node(depth + 1)))
                diagnostics.Add(file, path.Pointer, $"line {key.Start.Line}: the key '{key.Value}' stands twice", "leave one of the two");
            path.Leave();
        }
        foreach (var other in merged ?? [])
            foreach (var (key, value) in other) map.TryAdd(key, value?.DeepClone());
        return map;
    }

    private Scalar Key()
    {
        if (parser.TryConsume<Scalar>(out var key)) return key;
        throw new YamlRefusal(parser.Current?.Start ?? Mark.Empty, "the key of a map is not a text", "write the key as plain or quoted text");
    }

    private static IEnumerable<JsonObject> Merged(Scalar key, JsonNode? value) => value switch
    {
        JsonObject map => [map],
        JsonArray list when list.All(item => item is JsonObject) => list.OfType<JsonObject>(),
        _ => throw new YamlRefusal(key.Start, "'<<' merges something that is not a map", "give it an alias of a map, or a list of them"),
    };

    private JsonNode? Aliased(AnchorAlias alias, int depth)
    {
        if (!anchors.TryGetValue(alias.Value.Value, out var anchor))
            throw new YamlRefusal(alias.Start, $"no anchor '{alias.Value}' ends before its alias", $"write '&{alias.Value}' on an earlier node");
        if (depth + anchor.Height > DocumentReader.MaxDepth + 1) throw TooDeep(alias.Start);
        aliased += anchor.Size;
        if (aliased > MostAliased)
            throw new YamlRefusal(alias.Start, $"aliases add more than {MostAliased} nodes", "write out what is needed");
        return anchor.Node?.DeepClone();
    }

    private static YamlRefusal TooDeep(Mark at) =>
        new(at, $"maps and lists nest deeper than {DocumentReader.MaxDepth}", "nest less deeply");
}
