namespace MockCustomers.Cli.Completion;

/// <summary>The scripts of the shells: each asks the command itself, by the directive [suggest:POSITION], what may stand where the cursor is. Where nothing may, files are offered.</summary>
internal static class ShellScript
{
    /// <summary>The shells, by the names of their programs.</summary>
    public static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    private const string Bash =
        """
        # Completion of mockcustomers. In ~/.bashrc:  source <(mockcustomers completion bash)
        _mockcustomers() {
            local line="${COMP_LINE:0:COMP_POINT}" word="${COMP_WORDS[COMP_CWORD]}" found
            line="${line#*"${COMP_WORDS[0]}"}"
            line="${line# }"
            [[ $word == "=" ]] && word=
            COMPREPLY=()
            while IFS= read -r found; do
                [[ $found == "$word"* && $found != /* ]] && COMPREPLY+=("$found")
            done < <("${COMP_WORDS[0]/#\~/$HOME}" "[suggest:${#line}]" "$line" 2> /dev/null)
        }
        complete -o bashdefault -o default -F _mockcustomers mockcustomers

        """;

    private const string Zsh =
        """
        #compdef mockcustomers
        # Completion of mockcustomers. In ~/.zshrc, below compinit:  source <(mockcustomers completion zsh)
        _mockcustomers() {
            local line="${(j: :)words[2,CURRENT]}"
            local -a found
            found=(${(f)"$(${~words[1]} "[suggest:${#line}]" "$line" 2> /dev/null)"})
            found=(${found:#/*})
            [[ $PREFIX == --*=* ]] && compset -P '*='
            if (( $#found )); then
                compadd -- $found
            else
                _files
            fi
        }
        if [[ $funcstack[1] == _mockcustomers ]]; then
            _mockcustomers
        else
            compdef _mockcustomers mockcustomers
        fi

        """;

    private const string Fish =
        """
        # Completion of mockcustomers:  mockcustomers completion fish > ~/.config/fish/completions/mockcustomers.fish
        function __mockcustomers_complete
            set -l word (commandline -ct)
            set -l line (string replace -r '^\s*\S+\s?' '' -- (commandline -cp))
            set -l command (commandline -opc)[1]
            set -l found ($command "[suggest:"(string length -- "$line")"]" "$line" 2> /dev/null | string match -r '^[^/].*')
            if test (count $found) -eq 0
                __fish_complete_path $word
                return
            end
            set -l before (string match -r '^--[^=]*=' -- $word)
            printf '%s\n' "$before"$found
        end
        complete -c mockcustomers -f -a '(__mockcustomers_complete)'

        """;

    private const string Pwsh =
        """
        # Completion of mockcustomers. In $PROFILE:  mockcustomers completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName mockcustomers -ScriptBlock {
            param($word, $ast, $cursor)
            $first = $ast.CommandElements[0].Extent
            $line = $ast.ToString().PadRight($cursor - $first.StartOffset).Substring(0, $cursor - $first.StartOffset)
            $line = $line.Substring([Math]::Min($line.Length, $first.Text.Length + 1))
            & $first.Text "[suggest:$($line.Length)]" $line 2> $null | Where-Object { $_ -like "$word*" -and $_ -notlike '/*' } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;

    /// <param name="shell">One of <see cref="Shells"/>.</param>
    public static string Of(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        "pwsh" => Pwsh,
        _ => throw new ArgumentOutOfRangeException(nameof(shell), shell, "one of Shells"),
    };
}
